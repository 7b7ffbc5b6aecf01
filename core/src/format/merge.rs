//! Merges an overlay into the ladder that it extends.
//!
//! Both are values of JSON, not yet decoded. What the overlay changes has its spans, so that a later step reports a mistake
//! where the overlay makes it; all else keeps the spans of the base. Every rule follows from the shape of a field.

use super::decode::Decoder;
use super::diagnostics::{Span, quoted};
use super::names::NameMap;
use super::order::{Place, order};
use super::shape::{FieldKey, Shape};
use super::syntax::{Member, Value, ValueKind};
use super::translation;
use crate::gather::Gather as _;

/// The field of an item that says which item it follows.
pub(super) const AFTER: &str = "after";

/// Merges overlays, and reports to its decoder.
pub(super) struct Merger<'d> {
    pub(super) decoder: &'d mut Decoder,
    /// Whether the overlay is a translation, which may change nothing but texts.
    pub(super) is_translation: bool,
}

impl Merger<'_> {
    /// Merges the members of an object into those of the base. `keys` are its known fields; all others have the shape `others`.
    pub(super) fn merge_members<'a>(
        &mut self,
        keys: &'static [FieldKey],
        others: Shape,
        base: &mut Vec<Member<'a>>,
        overlay: &[&Member<'a>],
    ) {
        let shape_of = |name: &str| keys.iter().find(|key| key.name == name).map_or(others, |key| key.shape);
        let mut index = NameMap::default();
        for (place, member) in base.iter().enumerate() {
            index.insert(&member.name, place);
        }
        let mut is_kept = vec![true; base.len()];
        let mut seen = NameMap::default();
        for member in overlay {
            if !seen.insert(&member.name, ()) {
                self.error(member.span, format!("\"{}\" appears twice in this object; keep one", quoted(&member.name)));
                continue;
            }
            let known = index.get(&member.name).copied();
            let is_required = keys.iter().any(|key| key.required && key.name == member.name);
            match (&member.value.kind, known) {
                (ValueKind::Null, Some(index)) => {
                    is_kept[index] = !self.may_take_out(member, is_required);
                }
                (ValueKind::Null, None) => {
                    let message =
                        "is null, but there is nothing to take out in the ladder that this extends; remove it";
                    self.decoder.diagnostics.warn(member.value.span, message);
                }
                (_, Some(index)) => {
                    self.merge_value(&member.name, shape_of(&member.name), &mut base[index].value, &member.value);
                    base[index].span = member.span;
                }
                (_, None) => {
                    if let Some(value) = self.added_field(shape_of(&member.name), member) {
                        base.push(Member { span: member.span, name: member.name.clone(), value });
                    }
                }
            }
        }
        let mut is_kept = is_kept.into_iter();
        base.retain(|_| is_kept.next().unwrap_or(true));
    }

    fn may_take_out(&mut self, member: &Member<'_>, is_required: bool) -> bool {
        let span = member.value.span;
        if self.is_translation {
            self.error(span, translation::TEXTS_ONLY);
        } else if is_required {
            let name = quoted(&member.name);
            self.error(
                span,
                format!("is null, but \"{name}\" is needed; write a value, or remove this to keep the old one"),
            );
        }
        !self.is_translation && !is_required
    }

    /// The value of a field that the base lacks; `None` if it is left out.
    fn added_field<'a>(&mut self, shape: Shape, member: &Member<'a>) -> Option<Value<'a>> {
        if !self.is_translation || matches!(shape, Shape::File | Shape::Word | Shape::Map(Shape::Word)) {
            return Some(self.new_value(&member.name, shape, &member.value));
        }
        if matches!(shape, Shape::Value) {
            self.error(member.span, translation::TEXTS_ONLY);
        } else {
            self.decoder
                .diagnostics
                .warn(member.span, "the ladder that this extends has no such text, so it is left out");
        }
        None
    }

    fn merge_value<'a>(&mut self, name: &str, shape: Shape, base: &mut Value<'a>, overlay: &Value<'a>) {
        match (shape, &mut base.kind, &overlay.kind) {
            (Shape::Record(keys), ValueKind::Object(members), ValueKind::Object(changes)) => {
                self.merge_members(keys, Shape::Value, members, &changes.iter().collect::<Vec<_>>());
                base.span = overlay.span;
            }
            (Shape::Map(inner), ValueKind::Object(members), ValueKind::Object(changes)) if self.merges_map(shape) => {
                self.merge_members(&[], *inner, members, &changes.iter().collect::<Vec<_>>());
                base.span = overlay.span;
            }
            (Shape::List(_), ValueKind::List(items), ValueKind::Object(changes)) if shape.items_by_id().is_some() => {
                self.merge_items(name, shape.items_by_id().unwrap_or_default(), items, changes);
                base.span = overlay.span;
            }
            _ => {
                if self.is_translation {
                    translation::check_replacement(shape, base, overlay, &mut self.decoder.diagnostics);
                } else {
                    self.check_list(name, shape, base, overlay);
                }
                *base = self.new_value(name, shape, overlay);
            }
        }
    }

    /// Warns of a list that replaces the whole list of the base, though it looks like changes of its items: one of them has the
    /// id of an old item, and fewer fields.
    fn check_list(&mut self, name: &str, shape: Shape, base: &Value<'_>, overlay: &Value<'_>) {
        let (Some(_), ValueKind::List(old), ValueKind::List(new)) = (shape.items_by_id(), &base.kind, &overlay.kind)
        else {
            return;
        };
        let fields = |item: &Value<'_>| if let ValueKind::Object(members) = &item.kind { members.len() } else { 0 };
        let is_change = |item: &&Value<'_>| old.iter().any(|old| old.id() == item.id() && fields(item) < fields(old));
        if let Some(id) = new.iter().find(is_change).and_then(Value::id) {
            let message = format!(
                "this list replaces all {name}; to change some, write an object: {{ \"{}\": {{ ... }} }}, or null after the colon to take one out",
                quoted(id)
            );
            self.decoder.diagnostics.warn(overlay.span, message);
        }
    }

    /// Whether a map is merged. A translation cannot change one without texts, which is compared as a whole.
    fn merges_map(&self, shape: Shape) -> bool {
        !self.is_translation || translation::is_text(shape)
    }

    /// A value that replaces nothing, or all of the base's. Changes by id apply to an empty list.
    fn new_value<'a>(&mut self, name: &str, shape: Shape, overlay: &Value<'a>) -> Value<'a> {
        let empty = match (shape, &overlay.kind) {
            (Shape::Record(_), ValueKind::Object(_)) => ValueKind::Object(Vec::new()),
            (Shape::Map(_), ValueKind::Object(_)) if self.merges_map(shape) => ValueKind::Object(Vec::new()),
            (Shape::List(_), ValueKind::Object(_)) if shape.items_by_id().is_some() => ValueKind::List(Vec::new()),
            _ => return overlay.clone(),
        };
        let mut value = Value { span: overlay.span, kind: empty };
        self.merge_value(name, shape, &mut value, overlay);
        value
    }

    /// Merges an object of changes by id into the list of this name.
    fn merge_items<'a>(
        &mut self,
        name: &str,
        keys: &'static [FieldKey],
        base: &mut Vec<Value<'a>>,
        changes: &[Member<'a>],
    ) {
        let mut list = ItemList::new(name, std::mem::take(base));
        let mut seen = NameMap::default();
        let mut moves = Vec::new();
        for change in changes {
            if seen.insert(&change.name, ()) {
                moves.extend(self.merge_item(keys, &mut list, change));
            } else {
                let id = quoted(&change.name);
                self.error(change.span, format!("\"{id}\" appears twice in this object; keep one"));
            }
        }
        for (index, after) in moves {
            list.places[index] = self.place(&list, index, after).unwrap_or(Place::Unmoved);
        }
        let (mut order, circles) = order(&list.places);
        for &index in &circles {
            if let Some(item) = &list.items[index] {
                let message =
                    "the item named by \"after\" follows this one in turn; let one of them follow another item";
                self.decoder.diagnostics.error(item.span, message);
            }
        }
        order.extend(circles);
        *base = order.into_iter().filter_map(|index| list.items[index].take()).gather();
    }

    /// Merges the change of one item. Returns its index with its field `after`, if it has one.
    fn merge_item<'c, 'a>(
        &mut self,
        keys: &'static [FieldKey],
        list: &mut ItemList<'a>,
        change: &'c Member<'a>,
    ) -> Option<(usize, &'c Value<'a>)> {
        let known = list.find(&change.name);
        let ValueKind::Object(members) = &change.value.kind else {
            self.replace_item(list, known, change);
            return None;
        };
        let after = members.iter().find(|member| member.name == AFTER);
        let mut fields = Vec::new();
        for member in members {
            match &*member.name {
                AFTER => {}
                "id" => self.check_id(member, change),
                _ => fields.push(member),
            }
        }
        if let Some(after) = after.filter(|_| self.is_translation) {
            self.error(after.span, translation::TEXTS_ONLY);
            return None;
        }
        let index = match (known, after) {
            (Some(index), _) => index,
            (None, Some(_)) => list.add(change),
            (None, None) => {
                self.warn_of_unknown(list, change);
                return None;
            }
        };
        if let Some(item) = &mut list.items[index] {
            if let ValueKind::Object(base) = &mut item.kind {
                self.merge_members(keys, Shape::Value, base, &fields);
            }
            item.span = change.value.span;
        }
        after.map(|after| (index, &after.value))
    }

    /// Takes an item out, or puts something in its place that is no object, which a later step reports.
    fn replace_item<'a>(&mut self, list: &mut ItemList<'a>, known: Option<usize>, change: &Member<'a>) {
        let is_null = matches!(change.value.kind, ValueKind::Null);
        match known {
            Some(_) if is_null && self.is_translation => self.error(change.value.span, translation::TEXTS_ONLY),
            Some(index) if is_null => {
                list.items[index] = None;
                self.decoder.taken_out.insert(&format!("{}/{}", list.name, change.name), change.value.span);
            }
            Some(index) => list.items[index] = Some(change.value.clone()),
            None => self.warn_of_unknown(list, change),
        }
    }

    /// Checks the id of an item, which stands before the colon already.
    fn check_id(&mut self, id: &Member<'_>, change: &Member<'_>) {
        if !matches!(&id.value.kind, ValueKind::String(text) if *text == change.name) {
            let message = "an id cannot be changed; it stands before the colon already, so remove this";
            self.decoder.diagnostics.error(id.span, message);
        }
    }

    /// The item that an `after` names. `None` after a warning or an error.
    fn place(&mut self, list: &ItemList<'_>, index: usize, after: &Value<'_>) -> Option<Place> {
        let ValueKind::String(id) = &after.kind else {
            self.decoder.wrong_type(after, "the id of an item in double quotes, or \"\" for the beginning");
            return None;
        };
        if id.is_empty() {
            return Some(Place::First);
        }
        let found = list.find(id).map(Place::After);
        if found.is_none() {
            let fate = if index < list.base_len { "stays in its place" } else { "comes last" };
            let hint = if self.decoder.taken_out.get(&format!("{}/{id}", list.name)).is_some() {
                "the overlay takes it out".to_owned()
            } else {
                self.decoder.suggester.hint(id, list.ids())
            };
            let message = format!("there is no `{}` to follow, so this {fate}; {hint}", quoted(id));
            self.decoder.diagnostics.warn(after.span, message);
        }
        found
    }

    fn warn_of_unknown(&mut self, list: &ItemList<'_>, change: &Member<'_>) {
        let hint = self.decoder.suggester.hint(&change.name, list.ids());
        let id = quoted(&change.name);
        let remedy = if self.is_translation { "" } else { " (a new item needs \"after\")" };
        let message = format!("the ladder that this extends has no `{id}`, so this is left out; {hint}{remedy}");
        self.decoder.diagnostics.warn(change.span, message);
    }

    fn error(&mut self, span: Span, message: impl Into<String>) {
        self.decoder.diagnostics.error(span, message);
    }
}

/// The items of a list while it is merged.
struct ItemList<'a> {
    /// `None` for an item that is taken out.
    items: Vec<Option<Value<'a>>>,
    places: Vec<Place>,
    /// The index of the item with each id, of those that are taken out too.
    index: NameMap<usize>,
    /// The number of ids in the base.
    base_ids: usize,
    /// The name of the list.
    name: String,
    /// The number of items in the base.
    base_len: usize,
}

impl<'a> ItemList<'a> {
    fn new(name: &str, items: Vec<Value<'a>>) -> Self {
        let mut list = Self {
            places: vec![Place::Unmoved; items.len()],
            items: Vec::new(),
            index: NameMap::default(),
            base_ids: 0,
            name: name.to_owned(),
            base_len: items.len(),
        };
        for (index, item) in items.into_iter().enumerate() {
            if let Some(id) = item.id() {
                list.index.insert(id, index);
            }
            list.items.push(Some(item));
        }
        list.base_ids = list.index.len();
        list
    }

    /// Adds a new item that has only its id; returns its index.
    fn add(&mut self, change: &Member<'a>) -> usize {
        let id = Value { span: change.span, kind: ValueKind::String(change.name.clone()) };
        let id = Member { span: change.span, name: "id".into(), value: id };
        let index = self.items.len();
        self.items.push(Some(Value { span: change.value.span, kind: ValueKind::Object(vec![id]) }));
        self.places.push(Place::Unmoved);
        self.index.insert(&change.name, index);
        index
    }

    /// The index of the item with this id, unless it is taken out.
    fn find(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied().filter(|&index| self.items[index].is_some())
    }

    /// The ids of the base that are not taken out, in its order, for suggestions.
    fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.index.names().take(self.base_ids).filter(|id| self.find(id).is_some())
    }
}
