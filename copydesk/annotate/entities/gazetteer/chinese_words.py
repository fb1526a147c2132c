"""Common Chinese words that share a sign with the name of a place beside them: 抵达|曼谷 is no 达曼.

Called by the gazetteer tier, which reads Chinese from left to right, the longest word first. Data only, written for this
project: for each name of two signs in the tables the frequent words that end with its first sign or hold it whole. Provinces
are among them, which the tables of the tier do not have: 广西|非物质 is no 西非.
"""

from functools import cache

_WORDS = """
抵达 到达 直达 转达 表达 传达 发达 送达 通达 下达 高达 多达 长达 可达 雷达 马达 抵達 到達 直達 轉達 表達 傳達 高達
佛罗里达 明尼苏达 内华达 佛羅里達 馬里蘭 马里兰
长治久安 長治久安 入海口 出海口 关口 峨眉山 新安全 巴林右旗 巴林左旗
沿海 地区 沿岸 近海 渤海 黄海 海拔 海外 海上 以上 线上 网上 晚上 早上 马上 加上 沿海 地區
总台 电台 电视台 平台 舞台 站台 后台 前台 看台 總台 電台 電視台 平臺
联大 人大 扩大 重大 强大 巨大 最大 伟大 加大 广大 盛大 庞大 特大 远大 高大 壮大 聯大 擴大 重大 強大 偉大 廣大
河北 河南 湖北 湖南 山东 山西 陕西 江西 广西 广东 浙江 江苏 云南 海南 辽宁 甘肃 青海 贵州 福建 安徽 四川 宁夏 新疆 西藏
東南 西南 東北 西北 东南 东北 长江 珠江 沿江
其中 集中 今日 近日 昨日 明日 当日 每日 生日 节日 假日 往日 連日 连日
1日 2日 3日 4日 5日 6日 7日 8日 9日 0日 一日 二日 三日 四日 五日 六日 七日 八日 九日 十日
宪法 立法 司法 执法 方法 合法 依法 违法 非法 办法 刑法 民法 做法 看法 想法 书法 語法 语法
欧美 北美 南美 拉美 中美 完美 歐美 道德 品德 精英
参加 增加 更加 追加 附加 施加 叠加 參加
今天 明天 昨天 每天 当天 春天 秋天 夏天 冬天 蓝天 航天 白天
非常 正常 经常 日常 异常 通常 打开 公开 展开 召开 离开 分开 揭开 完成 形成 组成 构成 建成 达成 造成
复合肥 配合 结合 综合 联合 符合 融合 适合 混合 组合 集合 资金 基金 现金 奖金 黄金 租金
确保 环保 医保 社保 担保 投保 创新 最新 更新 全新 重新 高新
穿越 超越 跨越 卓越 隆重 严重 尊重 注重 双重 多重 东西
校长 部长 市长 省长 局长 增长 成长 延长 会长 院长 行长 队长 县长 處長 部長 市長
"""


@cache
def words_around_names() -> dict[str, tuple[str, ...]]:
    """Give the words by their first sign, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(set(_WORDS.split()), key=lambda one: (-len(one), one)):
        found[word[0]] = (*found.get(word[0], ()), word)
    return found
