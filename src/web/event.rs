//! What the page hears about its files and its worker.

use crate::Report;
use std::rc::Rc;
use web_sys::Blob;

/// What happens to the files and to the worker.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The worker's state changed.
    Worker(WorkerState),
    /// A file is being read.
    Started {
        /// The job's.
        id: u32,
    },
    /// Here is its report.
    Done {
        /// The job's.
        id: u32,
        /// Everything that is known about it.
        report: Rc<Report>,
        /// Time from the bytes to the report, in microseconds.
        micros: u64,
    },
    /// The file was an archive: here are its files, to be sent one by one.
    Expanded {
        /// The job's.
        id: u32,
        /// Path, with the archive's before it, and what is in it or why it could not be unpacked.
        entries: Vec<(String, Result<Blob, String>)>,
    },
    /// The file could not be read.
    Failed {
        /// The job's.
        id: u32,
        /// Stable code ([`crate::input::InputError::code`], `profile`, `unreadable`).
        code: String,
        /// A Chinese sentence for the user.
        message: String,
    },
    /// The worker died on this file; the next one is already on its way.
    Died {
        /// The job's.
        id: u32,
        /// What happened.
        cause: Death,
    },
}

/// How a worker ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Death {
    /// The program failed and could still say so.
    Panicked(String),
    /// It stopped without a word: a stack overflow, no memory left.
    Trapped,
    /// It took longer than allowed.
    Hung,
}

impl Death {
    /// A Chinese sentence for the user.
    pub fn message(&self) -> &'static str {
        match self {
            Death::Panicked(_) => {
                "程序出错，这个文件未完成。其他文件不受影响；可以重试，或把文字粘贴进来再试。"
            }
            Death::Trapped => "分析中断（可能内存不足），这个文件未完成。其他文件不受影响；可以重试。",
            Death::Hung => "超过时限仍未完成，已停止。其他文件不受影响；可以重试，或拆分后再试。",
        }
    }
}

/// What the page shows of the worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerState {
    /// On its way, or died; nothing can be sent yet.
    Dead,
    /// Waiting for a file.
    Ready,
    /// Reading one.
    Busy,
}

impl WorkerState {
    /// For `data-state`.
    pub fn key(self) -> &'static str {
        match self {
            WorkerState::Dead => "dead",
            WorkerState::Ready => "ready",
            WorkerState::Busy => "busy",
        }
    }
}
