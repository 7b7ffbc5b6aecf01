// Private links: `#career-ladder-<ladder>_<code>` at the end of the page's address shows an outcome to whoever follows it.

const PREFIX = "#career-ladder-";

export const links = {
  /** The widgets that hear of links which come while the page is open. */
  widgets: new Set(),

  /** The link that the page was opened with, until the reader acts on what it shows. */
  text: "",

  /** Looks for a link at the end of the page's address. */
  open() {
    this.text = location.hash.startsWith(PREFIX) ? location.hash : "";
    this.taker = null;
    /** Whether what the link shows was brought into view. */
    this.shown = !this.text;
  },

  /** Whether the link is for the ladder of this id. */
  isFor(id) {
    return this.text.startsWith(`${PREFIX}${id}_`);
  },

  /** The link, if it is for this widget: the first of its ladder. What a ladder of the page's own is called only the program knows. */
  of(widget) {
    const { id } = widget;
    if (id && this.isFor(id) && !this.taker?.element.isConnected) {
      this.taker = widget;
    }
    return !id || (this.isFor(id) && this.taker === widget) ? this.text : "";
  },
};

links.open();
addEventListener("hashchange", () => {
  links.open();
  links.widgets.forEach((widget) => links.of(widget) && widget.restart());
});
