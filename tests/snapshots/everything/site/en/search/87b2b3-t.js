sala_search("87b2b3-t","Clean water is everyone's right.\nClean water is everyone's right.\nRead the news, or what there is in Markdown.")
