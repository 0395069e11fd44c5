//! Peak memory of `fajing::analyze` as a multiple of its text, by an allocator that counts.

use fajing::{Corrections, Document, Profile, analyze};
use fajing_peers::{of_size, reports};
use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

struct Counting;

// SAFETY: every call is handed on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Relaxed) + layout.size();
        PEAK.fetch_max(now, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    println!("memory: text, peak of analyze (document included), times the text");
    for bytes in [20_000, 1_000_000, 10_000_000] {
        let text = of_size(&reports().concat(), bytes);
        let before = NOW.load(Relaxed);
        PEAK.store(before, Relaxed);
        let document = Document::from_text("report.txt", &text);
        black_box(analyze(document, &Profile::default(), &Corrections::default()));
        let peak = PEAK.load(Relaxed) - before;
        println!(
            "{:>10} {peak:>12} {:>6.2} ×",
            text.len(),
            peak as f64 / text.len() as f64
        );
    }
}
