export default function About() {
  return <h1>About this blog</h1>;
}
