//! The small renderer that the widget's Yew gets; the README of this folder says why.
//!
//! `cargo xtask build` puts the folder `browser/` into a copy of Yew, where it is compiled and linted. Its modules use
//! private parts of that copy, except those below: they need no browser either, and this package runs their tests.

#[cfg(test)]
use yew::virtual_dom;

#[cfg(test)]
mod browser {
    mod order;
    mod parts;
}
