/** What readers without scripts get. */
export default function Stages() {
  return <h1>The stages of a career</h1>;
}
