import Link from "next/link";
import type { ReactNode } from "react";

export const metadata = { title: "A blog with Next", icons: "data:," };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body style={{ maxWidth: 800, margin: "auto", fontFamily: "system-ui" }}>
        <nav>
          <Link href="/">Post</Link> <Link href="/about">About</Link>
        </nav>
        <main>{children}</main>
      </body>
    </html>
  );
}
