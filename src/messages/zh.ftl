### 程序自己说的话：命令、检查结果都从这里取。英文见 en.ftl，键和变量必须一一对应。
### 各部分的句子在 parts/ 里。写法：先说哪里不对，简短，句末不加句号，不责备人。

severity-error = 错误
severity-warning = 提醒
severity-info = 说明
