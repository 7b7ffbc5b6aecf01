import { Ladder } from "./Ladder";

export default function Post() {
  return (
    <article>
      <h1>Where are you?</h1>
      <Ladder />
      <p>The post goes on below the widget.</p>
    </article>
  );
}
