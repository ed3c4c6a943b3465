//! yixin (一心): a terminal browser for the overview of Qinghai's “一心两区” talent programme.
//!
//! The screen, and the file that draws each part:
//!
//! ```text
//!  青海省“一心两区”人才示范区           [列表]  地图   矩阵   合作方  简体    ui/header.rs
//! [0 全部 49]  1 人才创新中心 17   2 产业人才集聚区 18   …
//! ┌ 地区 · 举措数 ─────┬ 西宁市 · 举措 3/13 ─────────────────────────┐    ui/frame.rs
//! │人才创新中心        │ 完成全省首例激光声带息肉切除…  引  用  医疗 │
//! │▶西宁市          13 │▶系统培训本地耳鼻喉科医生         育    医疗 │    ui/initiatives.rs
//! │ 海东市           6 ├ 举措 ──────────────────────────── 行 1-9/14 ┤
//! │产业人才集聚区      │ 系统培训本地耳鼻喉科医生                    │    ui/page.rs, rows by ui/flow.rs,
//! │ 海西州          13 │ 链条：引 → [育] → 用 → 留   领域：医疗      │    of what page/ composes
//! └─ ui/regions.rs ────┴─────────────────────────────────────────────┘
//!  ↑↓ 选择  Enter 进入  v 视图  f 筛选  / 搜索  ? 帮助  q 退出                ui/footer.rs
//! ```
//!
//! The other views are `ui/map.rs`, `ui/matrix.rs` and `ui/partners.rs`; over them lie `ui/help.rs`, `ui/search.rs`,
//! `ui/panel.rs` and `ui/reader.rs`. What keys do there is in the files of the same names in `app/`. Layers, from below:
//! [`text`], [`programme`], [`search`], [`terminal`], [`words`], [`page`], [`app`], [`ui`], [`command`], [`cli`].

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
