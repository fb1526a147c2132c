-- fold_word: a word or text as it is looked up: small letters without accents, ß as ss.
-- Parameters: word. Example: select fold_word('Große'), which is grosse.
create macro fold_word(word) as
replace(replace(strip_accents(lower(word)), 'ß', 'ss'), 'ς', 'σ')
