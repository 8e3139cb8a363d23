"""What the templates of all peers share."""
CSS = """body{font:16px/1.6 system-ui,sans-serif;margin:0 auto;max-width:52rem;padding:1rem}
header,footer{display:flex;gap:1rem;flex-wrap:wrap}table{border-collapse:collapse}
td,th{border:1px solid #ccc;padding:.2rem .5rem}.facts{display:grid;grid-template-columns:auto 1fr}
"""




def strings(ui, lang):
    return {k: v[0 if lang == "zh" else 1] for k, v in ui.items()}
