"use client";

import { useState } from "react";
import { CareerLadder } from "./CareerLadder";

/** The widget, below the reader's stage. */
export function Ladder() {
  const [result, setResult] = useState<LadderResult | null>(null);
  return (
    <>
      <p id="result" role="status">
        {result ? `You are at ${result.rung}: ${result.verdict}.` : "You have no result yet."}
      </p>
      <CareerLadder ladder="product" onladder-result={({ detail }) => setResult(detail)}>
        <a href="/stages">Find your career stage</a>
      </CareerLadder>
    </>
  );
}
