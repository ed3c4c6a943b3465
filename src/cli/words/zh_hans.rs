//! 简体中文.

use super::Help;

pub(super) const HELP: Help = Help {
    about: "在终端里浏览青海省“一心两区”人才示范区总览",
    template: "{about}\n\n用法：{usage}\n\n选项：\n{options}{after-help}",
    examples: "例：\n  yixin --region haixi            打开海西州\n  yixin --lang en --zone industry 用英文，只看产业人才集聚区\n  yixin --print 100x30            不用终端，打印一屏",
    data: "换用另一个数据文件",
    lang: "语言",
    ambiguous: "“ ” … ─ 等字符占几列：narrow 一列，wide 两列",
    glyphs: "线条和符号：ascii 不用任何宽度不定的字符",
    color: "颜色",
    charset: "终端的字符编码",
    zone: "打开时只看这一分区",
    region: "打开这一地区",
    initiative: "打开这一举措",
    mouse: "打开鼠标",
    kiosk: "公共查询：不能退出、挂起或读文件",
    print: "不用终端，打印一屏（列×行）",
    keys: "打印之前按的键，如 j<tab>j",
    help: "显示帮助",
    version: "显示版本",
};
