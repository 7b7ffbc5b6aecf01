//! A map from names to values.
//!
//! It keeps its hash table apart from the values. The standard library's maps would add a kilobyte to the reader's wasm for each
//! type of value.

use crate::hash::{BASIS, fnv};

/// The fewest places of a table.
const MIN_PLACES: usize = 16;

/// Values by name. A name keeps its first value.
pub(super) struct NameMap<T> {
    names: Names,
    values: Vec<T>,
}

impl<T> Default for NameMap<T> {
    fn default() -> Self {
        Self { names: Names::default(), values: Vec::new() }
    }
}

impl<T> NameMap<T> {
    /// Adds a value. Returns false if the name has one already.
    pub(super) fn insert(&mut self, name: &str, value: T) -> bool {
        let is_new = self.names.add(name);
        if is_new {
            self.values.push(value);
        }
        is_new
    }

    pub(super) fn get(&self, name: &str) -> Option<&T> {
        self.names.number(name).map(|number| &self.values[number])
    }

    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        self.names.number(name).map(|number| &mut self.values[number])
    }

    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    /// The names, in the order in which they were added.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.names.list.iter().map(String::as_str)
    }

    /// All names with their values, in the same order.
    pub(super) fn into_entries(self) -> impl Iterator<Item = (String, T)> {
        self.names.list.into_iter().zip(self.values)
    }
}

/// Distinct names. The first one has the number 0, the next one 1, and so on.
#[derive(Default)]
struct Names {
    list: Vec<String>,
    /// For each name its number plus 1, at the first place that was free from the one of its hash on. 0 is a free place.
    /// Their number is a power of two.
    places: Vec<usize>,
}

impl Names {
    #[inline(never)]
    fn number(&self, name: &str) -> Option<usize> {
        self.places.get(self.place(name))?.checked_sub(1)
    }

    /// Adds a name. Returns false if it is there already.
    #[inline(never)]
    fn add(&mut self, name: &str) -> bool {
        if self.number(name).is_some() {
            return false;
        }
        if self.list.len() * 2 >= self.places.len() {
            self.places = vec![0; (self.places.len() * 2).max(MIN_PLACES)];
            for number in 0..self.list.len() {
                let place = self.place(&self.list[number]);
                self.places[place] = number + 1;
            }
        }
        let place = self.place(name);
        self.list.push(name.to_owned());
        self.places[place] = self.list.len();
        true
    }

    /// The place of a name, or the free place for it.
    fn place(&self, name: &str) -> usize {
        let mut place = fnv(BASIS, name.as_bytes()) as usize;
        loop {
            place &= self.places.len().wrapping_sub(1);
            match self.places.get(place) {
                Some(&number) if number > 0 && self.list[number - 1] != name => place += 1,
                _ => return place,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_first_value_and_their_order() {
        let mut map = NameMap::default();
        assert_eq!(map.get("0"), None);
        let names: Vec<String> = (0..1_000).map(|number| number.to_string()).collect();
        for (number, name) in names.iter().enumerate() {
            assert!(map.insert(name, number));
            assert!(!map.insert(name, 0));
        }
        assert_eq!(map.len(), 1_000);
        assert!(names.iter().enumerate().all(|(number, name)| map.get(name) == Some(&number)));
        assert!(map.names().eq(names.iter().map(String::as_str)));
        assert_eq!((map.get(""), map.get("1000")), (None, None));
        *map.get_mut("7").expect("a value") = 8;
        assert_eq!(map.into_entries().nth(7), Some(("7".to_owned(), 8)));
    }
}
