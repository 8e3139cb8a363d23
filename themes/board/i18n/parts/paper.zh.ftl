# 张贴用纸、核对码、转发：见 templates/part/posting.html 和 part/record-end.html。

check_code = 核对码
check_same = ：与网站内容一致
check_means = 与网站内容一致：纸上的核对码和这里一样，数字、日期和编号就和网站上的一样
in_capitals = 金额（人民币大写）
amount_contracts = 合同总价
share = 转发到微信群的文字
share_head = 【{ $kind }】{ $title }
share_code = 核对码 { $code }
share_end = 详情 { $url } 核对码 { $code }
share_picture = 社区公示栏
