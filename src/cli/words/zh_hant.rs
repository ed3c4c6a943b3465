//! 簡體中文.

use super::Help;

pub(super) const HELP: Help = Help {
    about: "在終端裏瀏覽青海省“一心兩區”人才示範區總覽",
    template: "{about}\n\n用法：{usage}\n\n選項：\n{options}{after-help}",
    examples: "例：\n  yixin --region haixi            打開海西州\n  yixin --lang en --zone industry 用英文，只看產業人才集聚區\n  yixin --print 100x30            不用終端，打印一屏",
    data: "換用另一個數據文件",
    lang: "語言",
    ambiguous: "“ ” … ─ 等字符佔幾列：narrow 一列，wide 兩列",
    glyphs: "線條和符號：ascii 不用任何寬度不定的字符",
    color: "顏色",
    charset: "終端的字符編碼",
    zone: "打開時只看這一分區",
    region: "打開這一地區",
    initiative: "打開這一舉措",
    mouse: "打開鼠標",
    kiosk: "公共查詢：不能退出、掛起或讀文件",
    print: "不用終端，打印一屏（列×行）",
    keys: "打印之前按的鍵，如 j<tab>j",
    help: "顯示幫助",
    version: "顯示版本",
};
