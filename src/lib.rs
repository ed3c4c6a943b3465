//! yixin (一心): a terminal browser for the overview of Qinghai's “一心两区” talent programme.
//!
//! The screen, and the file that draws each part:
//!
//! ```text
//!  青海省“一心两区”人才示范区                2024年初  简体    ui/header.rs
//!  0 全部 8   1 人才创新中心 2   2 产业人才集聚区 2  …
//! ┌ 地区 ────────────┬ 西宁市 · 举措 3/13 ────────────────┐    ui/frame.rs
//! │人才创新中心      │ 完成全省首例激光声带息肉切除…  医疗│
//! │▶西宁市         13│▶系统培训本地耳鼻喉科医生       医疗│    ui/initiatives.rs
//! │ 海东市          6├ 详情 ──────────────────────────────┤
//! │产业人才集聚区    │ 系统培训本地耳鼻喉科医生           │    ui/detail.rs
//! │ 海西州         13│ 引 → [育] → [用] → 留              │
//! └─ ui/regions.rs ──┴─────────────────────────── 1-12/17 ┘
//!  ↑↓ 选择  Enter 进入  Esc 返回  ? 帮助  q 退出                ui/footer.rs
//! ```
//!
//! Over the panes lie `ui/help.rs` and `ui/about.rs`. A layer imports only those before it:
//! [`text`], [`programme`], [`app`], [`ui`], [`command`], [`cli`].

pub mod app;
pub mod cli;
pub mod command;
pub mod page;
pub mod programme;
pub mod search;
pub mod terminal;

pub mod text;
pub mod ui;
pub mod words;
