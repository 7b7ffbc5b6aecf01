// @ts-check
// The page side of one widget. It follows the element's life, shows the prerendered screen, loads program and ladder when
// they are needed, and has the program take over.
/* global __CSS__ */

import { assetsFolder, program } from "./assets.js";
import { attributeValue } from "./attributes.js";
import { EarlyInput } from "./early-input.js";
import { showFallback } from "./fallback.js";
import { connectedHosts, links } from "./links.js";
import { logOnce } from "./log.js";
import { paint } from "./paint.js";
import { afterNextPaint, inlineScreen, loadScreen, paintScreen } from "./screens.js";
import { bundledId, packedLadder } from "./source.js";
import { StoredSession } from "./storage.js";
import { isDark, onThemeChange } from "./theme.js";

/** @import { MountedProgram } from "../program/mounted.js" */
/** @import { Starting, Status } from "./status.d.ts" */

/**
 * The styles of prerendered screens, shared by all widgets.
 * @type {CSSStyleSheet | undefined}
 */
let styles;

export class LadderHost {
  /**
   * The box around everything in the shadow root.
   * @type {HTMLElement}
   */
  wrapper = paint(["div", { class: "wrapper", lang: "en" }]);
  /** @type {Status} */
  currentStatus = { name: "away" };
  /** How often the program trapped. */
  trapCount = 0;

  links = links;
  logOnce = logOnce;

  #observer = new IntersectionObserver(
    (entries) => /** @type {any} */ (entries.at(-1)).isIntersecting && this.start(),
    { rootMargin: "50% 0px" },
  );
  /** @type {(() => void) | undefined} */
  #stopThemeSync;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  /**
   * The value of an attribute, or its default.
   * @param {string} name
   */
  attribute(name) {
    return attributeValue(this.element, name);
  }

  /** The folder of the files. */
  get base() {
    return assetsFolder(this.attribute("assets"));
  }

  /**
   * Fires an event of the element.
   * @param {string} name without `ladder-`
   * @param {object} detail
   */
  emit(name, detail) {
    this.element.dispatchEvent(new CustomEvent(`ladder-${name}`, { bubbles: true, composed: true, detail }));
  }

  /**
   * Passes a call of the page to the program, now or as soon as it is live.
   * @param {"begin" | "reset"} call
   */
  request(call) {
    const { name, program } = this.currentStatus;
    if (program) {
      program[call]();
    } else {
      /**
       * A call of the page from before a program was live.
       * @type {"begin" | "reset" | null | undefined}
       */
      this.pendingCall = call;
      if (name === "waiting") {
        this.session.load();
        if (call === "begin" || this.session.snapshot) {
          this.#load();
        }
      }
    }
  }

  /** The element was inserted into the page. */
  connect() {
    // First, while nothing of ours is on the page: its styles are computed already, so that asking for them costs nothing.
    this.#syncTheme();
    if (!this.wrapper.parentNode) {
      const shadow = this.element.attachShadow({ mode: "open" });
      if (!styles) {
        styles = new CSSStyleSheet();
        styles.replaceSync(__CSS__);
      }
      shadow.adoptedStyleSheets = [styles];
      shadow.append(this.wrapper);
    }
    if (this.currentStatus.name === "away") {
      this.wrapper.replaceChildren(paint(["slot", 0]));
      this.#stopThemeSync = onThemeChange(() => this.#syncTheme());
      this.#startWhenNear();
    }
  }

  /**
   * An observed attribute has changed.
   * @param {string} name
   */
  attributeChanged(name) {
    if (this.currentStatus.name === "away") {
      return;
    }
    if (name === "theme" || name === "dir") {
      this.#syncTheme();
    } else if (this.currentStatus.name === "waiting") {
      this.#openStorage();
    } else {
      this.restart();
    }
  }

  /** Gives the wrapper the page's theme and direction. */
  #syncTheme() {
    const theme = this.attribute("theme");
    const dark = isDark(this.element);
    this.wrapper.classList.toggle("dark", theme === "auto" ? dark : theme === "dark");
    const dir = this.attribute("dir");
    this.wrapper.dir = dir === "rtl" || dir === "ltr" ? dir : getComputedStyle(this.element).direction;
  }

  /** Opens the stored answers to the ladder that the attributes name. */
  #openStorage() {
    /**
     * The id of the bundled ladder to show; null for the site owner's own.
     * @type {string | null}
     */
    this.ladderId = bundledId(this.element);
    const ladder = this.ladderId || this.attribute("src") || "";
    /**
     * The stored answers to that ladder.
     * @type {StoredSession}
     */
    this.session = new StoredSession(this.element, ladder, this.attribute("storage") === "session");
  }

  /** Starts when the reader touches the widget or scrolls near; at once if there is a reason. Until then it costs nothing. */
  #startWhenNear() {
    this.#openStorage();
    connectedHosts.add(this);
    this.currentStatus = { name: "waiting", earlyInput: new EarlyInput(this) };
    if (this.pendingCall || this.attribute("loading") === "eager" || links.claim(this)) {
      this.#load();
    } else {
      this.#observer.observe(this.element);
    }
  }

  /** Starts a waiting widget; does nothing in every other status. */
  start() {
    if (this.currentStatus.name === "waiting") {
      this.#load();
    }
  }

  /** Starts anew. The screen stays as it is until the new program takes over. */
  restart() {
    this.#openStorage();
    this.#load();
  }

  async #load() {
    const { earlyInput, program: shown } = this.currentStatus;
    /** @type {Starting} */
    const starting = (this.currentStatus = { name: "starting", earlyInput, program: shown });
    const base = this.base;
    this.#observer.disconnect();
    this.session.load();
    if (!shown) {
      if (this.#paintInline()) {
        await afterNextPaint();
      } else if (!this.session.snapshot && !links.claim(this)) {
        this.#paintFromFile(starting);
      }
    }
    try {
      const [, ladder] = await Promise.all([program(base), packedLadder(this.element, base)]);
      // The program may have trapped while the ladder was loading.
      const { mount } = await program(base);
      if (starting === this.currentStatus) {
        mount(this, starting, ladder);
      }
    } catch (error) {
      if (starting === this.currentStatus) {
        this.fail(error, shown);
      }
    }
  }

  /** Shows the first screen if it is part of the loader; returns it if so. */
  #paintInline() {
    // Restored answers come up as high as they were, so that the page does not move under the reader.
    this.wrapper.style.minHeight = this.session.snapshot && `${this.session.height}px`;
    const screen = inlineScreen(this, this.attribute("start"));
    if (screen) {
      // The focus may be on the page's fallback link, which this screen replaces.
      const isFocused = this.element.matches(":focus-within");
      paintScreen(this, screen);
      if (isFocused) {
        /** @type {HTMLElement} */ (this.wrapper.querySelector("button,input")).focus({ preventScroll: true });
      }
    }
    return screen;
  }

  /**
   * Shows the first screen from its file, if it loads before the program takes over.
   * @param {Starting} starting
   */
  async #paintFromFile(starting) {
    const screen = await loadScreen(this, this.attribute("start"));
    await starting.earlyInput?.press;
    if (screen && starting === this.currentStatus) {
      paintScreen(this, screen);
    }
  }

  /**
   * The program's node is on the page.
   * @param {MountedProgram} program
   */
  goLive(program) {
    const { pendingCall } = this;
    this.currentStatus = { name: "live", program };
    this.pendingCall = null;
    if (pendingCall) {
      program[pendingCall]();
    }
  }

  /**
   * Reports an error. Without a program on the screen the static ladder is shown.
   * @param {any} error
   * @param {MountedProgram} [shown]
   */
  async fail(error, shown) {
    const { code = "internal", message, problems = [], log = message, report } = error;
    if (shown) {
      this.goLive(shown);
    } else {
      const { earlyInput } = this.currentStatus;
      const status = (this.currentStatus = { name: "failed", earlyInput });
      const ladder = await loadScreen(this, "ladder");
      if (status !== this.currentStatus) {
        return;
      }
      showFallback(this, ladder, report);
    }
    logOnce("error", log);
    this.emit("error", { code, message, problems });
  }

  /** The element was removed from the page. */
  disconnect() {
    const { earlyInput, program } = this.currentStatus;
    this.#observer.disconnect();
    earlyInput?.stop();
    this.currentStatus = { name: "away" };
    connectedHosts.delete(this);
    this.#stopThemeSync?.();
    this.wrapper.replaceChildren();
    program?.unmount();
  }
}
