// A career ladder in React and MDX.
import React, { useEffect } from "react";

/**
 * The widget. All attributes of the element are props, as written in HTML: `start`, `theme`, `share-url`, …
 * @param {object} props
 * @param {string} [props.ladder] a bundled ladder
 * @param {string} [props.src] the address of a ladder of your own, in place of `ladder`
 * @param {object} [props.own] a ladder of your own as an object, in place of `ladder`
 * @param {string} [props.host] the folder with career-ladder.js
 * @param {string} [props.link] where the fallback link leads
 * @param {string} [props.text] what the fallback link says
 * @param {React.ReactNode} [props.children] content of the element, such as a form with slot="result"
 */
export default function CareerLadder({
  ladder = "product",
  src,
  own,
  host = "/career-ladder",
  link,
  text = "Find your career stage",
  children,
  ...attributes
}) {
  const folder = host.replace(/\/$/, "");
  const loader = `${folder}/career-ladder.js`;
  // A browser does not run a script that React 18 creates; React 19 runs it once a page. Running it twice does no harm.
  useEffect(() => {
    if (!customElements.get("career-ladder")) {
      const script = document.createElement("script");
      script.crossOrigin = "anonymous";
      script.src = loader;
      document.head.append(script);
    }
  }, [loader]);
  return (
    <>
      <career-ladder
        {...(src ? { src } : !own && { ladder })}
        {...attributes}
        style={{ display: "block", minHeight: "560px" }}
      >
        <a href={link ?? `${folder}/${ladder}/`}>{text}</a>
        {own && <script type="application/json" dangerouslySetInnerHTML={{ __html: json(own) }} />}
        {children}
      </career-ladder>
      <script async crossOrigin="anonymous" src={loader} />
    </>
  );
}

/** JSON that no "</script>" in a text can end. */
function json(value) {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}
