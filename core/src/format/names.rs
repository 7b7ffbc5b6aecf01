//! A map from names to values.
//!
//! It finds names apart from the values. The standard library's maps would add a kilobyte to the reader's wasm for each type of
//! value.

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
    /// The numbers in the order of the alphabet. An insertion moves all that follow, but a file of the largest size still takes
    /// less than a second, whatever its names; a hash table would slow down with names chosen for it.
    sorted: Vec<usize>,
}

impl Names {
    /// The place of a name among the sorted ones, or the one where it belongs.
    #[inline(never)]
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.sorted.binary_search_by(|&number| self.list[number].as_str().cmp(name))
    }

    fn number(&self, name: &str) -> Option<usize> {
        self.place(name).ok().map(|place| self.sorted[place])
    }

    /// Adds a name. Returns false if it is there already.
    #[inline(never)]
    fn add(&mut self, name: &str) -> bool {
        let place = self.place(name);
        if let Err(place) = place {
            self.sorted.insert(place, self.list.len());
            self.list.push(name.to_owned());
        }
        place.is_err()
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
