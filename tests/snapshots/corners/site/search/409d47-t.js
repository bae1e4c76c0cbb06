sala_search("409d47-t","ឃ d'eau \"a\" & <b> ទីមួយ\nឃ d'eau \"a\" & <b> ទីមួយ\nឃ d&#39;eau &quot;a&quot; &amp; &lt;b&gt;\nទីមួយ")
