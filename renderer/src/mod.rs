//! Shows an app that is one component, made of elements, texts and lists. This folder stands in for Yew's own renderer;
//! the README beside it says why.

mod app;
mod attributes;
mod events;
mod nodes;
mod order;

pub(crate) use app::App;
pub use app::{AppHandle, Renderer};
