//! The pages that need more than the snippet, and the differences that they excuse.

/// The requirements of a host page. Most pages have the default, which is none.
pub(super) struct Requirements {
    /// The beginning of the page's path.
    path: &'static str,
    /// A script that does what the reader or the site owner must do before the widget can come. It returns `true` once
    /// the page is ready for the widget.
    pub(super) prepare: &'static str,
    /// Why room for the widget cannot be reserved, so that the page moves when it comes; `None` if it must not move.
    pub(super) excuse_for_moving: Option<&'static str>,
    /// Why the program cannot run; `None` if it must run.
    pub(super) failure: Option<&'static str>,
}

const DEFAULT: Requirements =
    Requirements { path: "", prepare: "return true;", excuse_for_moving: None, failure: None };

const REQUIREMENTS: [Requirements; 6] = [
    Requirements {
        path: "/consent-klaro/",
        prepare: "const consent = window.klaro?.getManager();
            consent?.updateConsent('embeds', true);
            consent?.saveAndApplyConsents();
            return consent && !document.querySelector('#klaro .cookie-notice:not(.cookie-notice-hidden)');",
        ..DEFAULT
    },
    Requirements { path: "/react-hydrate-rerender/", prepare: IS_HYDRATED, ..DEFAULT },
    Requirements {
        path: "/bootstrap5-hidden-tab-modal/",
        prepare: "document.querySelector('#tab-check').click();
            return document.querySelector('#p2').matches('.active.show') && !document.getAnimations().length;",
        ..DEFAULT
    },
    Requirements {
        path: "/csp-strict/",
        // The README's rule. In a style sheet, since the policy refuses the attribute.
        prepare: "const sheet = new CSSStyleSheet();
            sheet.replaceSync('career-ladder { display: block; min-height: 560px }');
            document.adoptedStyleSheets = [sheet];
            return true;",
        ..DEFAULT
    },
    Requirements {
        path: "/meyer-important-reset/",
        excuse_for_moving: Some("until the element is defined, the page makes it a line of text, with !important"),
        ..DEFAULT
    },
    Requirements { path: "/csp-no-wasm/", failure: Some("the page's policy refuses WebAssembly"), ..DEFAULT },
];

/// Returns whether React has taken over the page of `react-hydrate-rerender`.
pub(super) const IS_HYDRATED: &str =
    "return Object.keys(document.querySelector('#rerender')).some((key) => key.startsWith('__react'));";

/// The requirements of the page at this path.
pub(super) fn requirements_of(path: &str) -> &'static Requirements {
    REQUIREMENTS.iter().find(|requirements| path.starts_with(requirements.path)).unwrap_or(&DEFAULT)
}
