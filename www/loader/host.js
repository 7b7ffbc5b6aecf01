// @ts-check
// The page side of one widget. It follows the element's life, shows the prerendered screen, loads program and ladder when
// they are needed, and has the program take over.
/* global __CSS__ */

import { languages, program } from "./assets.js";
import { attributeValue } from "./attributes.js";
import { EarlyInput } from "./early-input.js";
import { showFallback } from "./fallback.js";
import { assetsFolder } from "./folder.js";
import { languageOf } from "./language.js";
import { connectedHosts, links, readLink } from "./links.js";
import { logOnce } from "./log.js";
import { findNewestLoader } from "./newest.js";
import { paint } from "./paint.js";
import { retry } from "./retry.js";
import { afterNextPaint, loadScreen, showScreen } from "./screens.js";
import { sentence } from "./sentence.js";
import { adoptStyles } from "./sheets.js";
import { DEFAULT_LADDER, bundledId, packedLadder } from "./source.js";
import { StoredSession } from "./storage.js";
import { isDark } from "./theme.js";

/** @import { Edition } from "./language.js" */
/** @import { MountedProgram } from "../program/mounted.js" */
/** @import { Starting, Status } from "./status.d.ts" */

export class LadderHost {
  /**
   * The box around everything in the shadow root.
   * @type {HTMLElement}
   */
  wrapper = paint(["div", { class: "wrapper", lang: "en" }]);
  /** @type {Status} */
  currentStatus = { name: "away" };
  /**
   * The texts for a press that waits, from the prerendered screen.
   * @type {string[]}
   */
  texts = [];
  /**
   * While the files are on their way: the ladder in another language; undefined for English, and for the site owner's own. Then
   * the ladder that is shown.
   * @type {Edition | PackedLadder | undefined}
   */
  edition;
  /** The language that the page gives the element, as a tag; empty for English. */
  lang = "";
  /** How often the program trapped. */
  trapCount = 0;

  links = links;
  logOnce = logOnce;

  /** @type {any} an `IntersectionObserver`, while the element is far from the viewport */
  #observer;
  /** @type {Set<CSSStyleSheet>} */
  #sheets;

  #replace;

  /**
   * @param {HTMLElement} element
   * @param {"begin" | "reset" | null | undefined} call a call of the page from before a program was live
   * @param {(call: LadderHost["pendingCall"]) => void} replace puts a host of the newest loader in the place of this one
   */
  constructor(element, call, replace) {
    this.element = element;
    this.pendingCall = call;
    this.#replace = replace;
  }

  /** The reader's placement; null while there is none. */
  get result() {
    return this.currentStatus.program?.result ?? null;
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
    const { name, program, canRetry } = this.currentStatus;
    // While another program starts, or could not, it opens the quiz: it may show another ladder.
    if (name === "live" && !(canRetry && call === "begin")) {
      program[call]();
    } else {
      this.pendingCall = call;
      if (name === "waiting") {
        this.session.readStored();
        if (call === "begin" || this.session.snapshot) {
          this.loadFiles();
        }
      } else if (call === "begin") {
        this.awaitProgram();
      }
    }
  }

  /** Whether a press of the reader, or a call of the page, waits for the program. */
  get #isAwaited() {
    return this.currentStatus.earlyInput?.clicked || this.pendingCall;
  }

  /** The reader, or the page, waits for the program. */
  awaitProgram() {
    const { name, earlyInput, canRetry } = this.currentStatus;
    if (canRetry) {
      retry();
    } else if (name === "starting" && this.#isAwaited) {
      earlyInput?.showNotice();
    }
  }

  /** The element was inserted into the page. */
  connect() {
    readLink();
    if (this.currentStatus.name === "away") {
      this.wrapper.replaceChildren(paint(["slot", 0]));
      try {
        this.#attach();
        // While there is hardly anything of ours on the page, asking for styles costs little.
        this.syncTheme();
        this.#startWhenNear();
      } catch (/** @type {any} */ { message }) {
        const status = this.currentStatus;
        sentence(this.base, "tooOld", message).then((message) => this.fail({ message }, status));
      }
    } else {
      this.syncTheme();
    }
  }

  /** Puts the wrapper into the shadow root. */
  #attach() {
    const shadow = this.element.shadowRoot || this.element.attachShadow({ mode: "open" });
    shadow.replaceChildren(this.wrapper);
    this.#sheets = new Set();
    this.adopt(__CSS__);
  }

  /**
   * Adopts styles.
   * @param {string} css
   */
  adopt(css) {
    adoptStyles(this.element, this.#sheets, css);
  }

  /**
   * An observed attribute has changed.
   * @param {string} name
   */
  attributeChanged(name) {
    if (this.currentStatus.name === "away") {
      return;
    }
    if (/theme|dir/.test(name)) {
      this.syncTheme();
    } else if (this.currentStatus.name === "waiting") {
      this.#openStorage();
    } else {
      this.restart();
    }
  }

  /**
   * Notes the language of the page, and finds the bundled ladder in it; undefined in English, which is there at once.
   * @returns {Promise<Edition | undefined> | undefined}
   */
  findEdition() {
    const lang = (this.lang = languageOf(this.element));
    const id = this.ladderId;
    return id && lang ? languages(this.base).then((list) => list.findEdition(id, lang)) : undefined;
  }

  /** Gives the wrapper the page's theme and direction. */
  syncTheme() {
    const theme = this.attribute("theme");
    this.wrapper.classList.toggle("dark", theme === "auto" ? isDark(this.element) : theme === "dark");
    const dir = this.attribute("dir");
    this.wrapper.dir = /^(rtl|ltr)$/.test(dir)
      ? dir
      : this.edition?.directionIn?.(this.element) || getComputedStyle(this.element).direction;
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
      this.startWaiting();
    } else {
      const { IntersectionObserver } = /** @type {any} */ (this.element.ownerDocument.defaultView);
      this.#observer = new IntersectionObserver(
        (/** @type {any} */ entries) => entries.pop().isIntersecting && this.startWaiting(),
        { rootMargin: "50% 0px" },
      );
      this.#observer.observe(this.element);
    }
  }

  /** Starts a waiting widget; does nothing in every other status. */
  startWaiting() {
    if (this.currentStatus.name === "waiting") {
      this.loadFiles();
    }
  }

  /** Starts anew. The screen stays as it is until the new program takes over. */
  restart() {
    this.#openStorage();
    this.loadFiles();
  }

  /**
   * Loads program and ladder, and has the program take over.
   * @param {boolean} [isRetry] whether the screen is right already
   */
  async loadFiles(isRetry) {
    /** @type {Starting} */
    const starting = (this.currentStatus = { ...this.currentStatus, name: "starting", canRetry: false });
    this.#observer?.disconnect();
    this.session.readStored();
    try {
      const edition = this.findEdition();
      this.edition = edition && (await edition);
      if (starting !== this.currentStatus) {
        return;
      }
      if (!starting.program && !(isRetry && this.wrapper.querySelector(".app"))) {
        await this.#showFirstScreen();
      }
      if (this.#isAwaited || (isRetry && this.session.hasAdvanced)) {
        starting.earlyInput?.showNotice();
      }
      const { base } = this;
      const [, ladder] = await Promise.all([program(base), packedLadder(this.element, base, this.edition)]);
      // The program may have trapped while the ladder was loading.
      const { mount } = await program(base);
      if (starting === this.currentStatus) {
        mount(this, starting, ladder);
      }
    } catch (error) {
      this.fail(error, starting);
    }
  }

  /** Shows a prerendered screen. One that is part of the loader is painted before anything is fetched. */
  async #showFirstScreen() {
    // Restored answers come up as high as they were, so that the page does not move under the reader.
    this.wrapper.style.minHeight = this.session.snapshot && `${this.session.lastHeight}px`;
    const isFocused = this.element.matches(":focus-within");
    if (this.edition) {
      this.syncTheme();
    }
    showScreen(this, this.attribute("start"));
    if (this.ladderId === DEFAULT_LADDER && !this.edition) {
      // The focus may have been on the page's fallback link, which the screen has replaced.
      if (isFocused) {
        /** @type {HTMLElement} */ (this.wrapper.querySelector("button,input")).focus({ preventScroll: true });
      }
      await afterNextPaint();
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
   * Reports an error. A program that runs goes on. Where trying again may help, the screen stays, and every press does so; else
   * the static ladder is shown.
   * @param {any} error
   * @param {Status} [status] in which it happened; another start, or the removal, may have overtaken it
   */
  async fail(error, status = this.currentStatus) {
    const { code = "internal", message, problems = [], log = message, report, status: response } = error;
    const { earlyInput, program } = status;
    const isGone = /^4/.test(response);
    const isOutdated = isGone && (await findNewestLoader(LadderHost, this.base));
    const canRetry = /^[05]/.test(response);
    const ladder = canRetry ? undefined : await loadScreen(this, "ladder");
    if (status !== this.currentStatus) {
      return;
    }
    if (isOutdated) {
      this.disconnect();
      /** @type {ShadowRoot} */ (this.element.shadowRoot).adoptedStyleSheets = [];
      this.#replace(this.pendingCall || (this.session.hasAdvanced || earlyInput?.clicked?.matches(".main") ? "begin" : null));
      return;
    }
    if (program && !program.hasTrapped) {
      this.goLive(program);
      this.currentStatus.canRetry = canRetry;
    } else {
      this.currentStatus = { ...status, name: "failed", canRetry, program: undefined };
      if (!canRetry || !earlyInput || report) {
        program?.unmount();
        earlyInput?.clearNotice();
        showFallback(this, ladder, report);
      } else if (this.#isAwaited || this.session.hasAdvanced) {
        earlyInput.showNotice(true);
      }
    }
    if (canRetry) {
      addEventListener("online", retry, { once: true });
    }
    logOnce("error", log);
    this.emit("error", { code, message, problems });
  }

  /** The element was removed from the page. */
  disconnect() {
    const { earlyInput, program } = this.currentStatus;
    this.#observer?.disconnect();
    earlyInput?.stopListening();
    this.currentStatus = { name: "away" };
    connectedHosts.delete(this);
    this.wrapper.replaceChildren();
    program?.unmount();
  }
}
