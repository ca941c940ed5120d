"""Credits: whose voice and letters a video uses. They stand on the page and in the transcript."""

VOICE = "声は合成音声です：HTS Voice “Mei” © 2009–2013 名古屋工業大学、MMDAgent Project Team（CC BY 3.0）"
VOICE_LICENCE = "https://creativecommons.org/licenses/by/3.0/"
FONT = "文字：BIZ UDPGothic © 2022 The BIZ UDGothic Project Authors（SIL Open Font License 1.1）"
FONT_LICENCE = "https://openfontlicense.org/"
CREDITS = (VOICE, FONT)
