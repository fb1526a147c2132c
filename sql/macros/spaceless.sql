-- spaceless: the signs of scripts that are written without spaces between words, as a pattern:
-- Thai, Lao, Burmese, Khmer, Japanese, Korean, Chinese.
-- Parameters: none. Example: select regexp_matches('日本', spaceless()).
create macro spaceless() as
'[\x{0E00}-\x{0EFF}\x{1000}-\x{11FF}\x{1780}-\x{17FF}\x{3005}-\x{3007}\x{3040}-\x{318F}'
|| '\x{31F0}-\x{31FF}\x{3400}-\x{9FFF}\x{AC00}-\x{D7AF}\x{F900}-\x{FAFF}\x{20000}-\x{3FFFF}]'
