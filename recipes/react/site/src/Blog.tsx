// A blog of two pages. The one with the widget shows the reader's stage above it.

import { useState } from "react";
import { CareerLadder } from "./CareerLadder";

export function Blog() {
  const [page, setPage] = useState<"post" | "about">("post");
  const [result, setResult] = useState<LadderResult | null>(null);
  return (
    <main style={{ maxWidth: 800, margin: "auto", fontFamily: "system-ui" }}>
      <nav>
        <button onClick={() => setPage("post")}>Post</button> <button onClick={() => setPage("about")}>About</button>
      </nav>
      {page === "post" ? (
        <article>
          <h1>Where are you?</h1>
          <p id="result" role="status">{result ? `You are at ${result.rung}: ${result.verdict}.` : "You have no result yet."}</p>
          <CareerLadder
            ladder="product"
            onladder-ready={({ currentTarget }) => setResult((currentTarget as CareerLadderElement).result)}
            onladder-result={({ detail }) => setResult(detail)}
          >
            <a href="/product/">Find your career stage</a>
          </CareerLadder>
          <p>The post goes on below the widget.</p>
        </article>
      ) : (
        <h1>About this blog</h1>
      )}
    </main>
  );
}
