//! The memory of the widget: a block for every size, rounded up to a power of two.
//!
//! The allocator of the standard library merges and splits blocks, in two kilobytes of code (brotli). A widget asks
//! for the same sizes over and over, so that blocks that are kept for the next one of their size do as well: there are
//! never more of a size than were once in use together.
#![expect(unsafe_code, reason = "an allocator hands out raw memory")]

use std::alloc::{GlobalAlloc, Layout};
use std::arch::wasm32::{memory_grow, memory_size};
use std::cell::UnsafeCell;
use std::ptr::null_mut;

const PAGE: usize = 1 << 16;
/// The smallest block, to which every block is aligned.
const LEAST: usize = 16;

#[global_allocator]
static HEAP: Heap = Heap(UnsafeCell::new(Blocks { free: [null_mut(); 32], next: 0, end: 0 }));

struct Heap(UnsafeCell<Blocks>);

// SAFETY: the wasm has no threads.
unsafe impl Sync for Heap {}

struct Blocks {
    /// The first free block of each size, by the power of two; each holds the address of the next one.
    free: [*mut u8; 32],
    /// Where memory begins that was never used.
    next: usize,
    /// Where it ends.
    end: usize,
}

impl Blocks {
    /// A block that was never used, or null where there is no memory left.
    fn new_block(&mut self, size: usize) -> *mut u8 {
        if self.end - self.next < size {
            let pages = size.div_ceil(PAGE);
            let place = memory_grow(0, pages);
            if place == usize::MAX {
                return null_mut();
            }
            // What was left of the memory before is given up, unless the new one joins it.
            if place * PAGE != self.end {
                self.next = place * PAGE;
            }
            self.end = memory_size(0) * PAGE;
        }
        let block = self.next;
        self.next += size;
        block as *mut u8
    }
}

/// Which power of two a block must have.
fn power(layout: Layout) -> usize {
    layout.size().max(LEAST).next_power_of_two().trailing_zeros() as usize
}

// SAFETY: a block is as large as its power of two, which the layout alone decides; it is in one list at most, and in
// none while it is in use.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if layout.align() > LEAST {
            return null_mut();
        }
        let power = power(layout);
        // SAFETY: without threads, and without calls out of this function, this is the one reference.
        let blocks = unsafe { &mut *self.0.get() };
        let block = blocks.free[power];
        if block.is_null() {
            return blocks.new_block(1 << power);
        }
        // SAFETY: a free block holds the address of the next one.
        blocks.free[power] = unsafe { block.cast::<*mut u8>().read() };
        block
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let power = power(layout);
        // SAFETY: as above; and a block that is given back is ours to write to.
        unsafe {
            let blocks = &mut *self.0.get();
            block.cast::<*mut u8>().write(blocks.free[power]);
            blocks.free[power] = block;
        }
    }
}
