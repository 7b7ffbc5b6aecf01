//! Renders an app that is one component, made of elements, texts and lists. This module stands in for Yew's own
//! renderer.

mod app;
mod attributes;
mod dom;
mod events;
mod nodes;
mod order;
mod parts;

pub(crate) use app::App;
pub use app::{AppHandle, Renderer};
