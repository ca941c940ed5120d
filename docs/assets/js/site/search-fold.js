/* Spellings as they are compared. Nothing here cuts Japanese into words: browsers do that differently, and some cannot. */
const HIRAGANA_TO_KATAKANA = 0x60;
/** @type {Record<string, string>} */
const V = { "": "ぶ", ぁ: "ば", ぃ: "び", ぇ: "べ", ぉ: "ぼ" };
const MARKS = /[-\u2010-\u2015\u2212・'’"”“「」『』()〈〉、。,.!?:~〜…\s]/g;
const LONG = new RegExp(
  [
    "ー",
    "(?<=[あかさたなはまやらわがざだばぱぁゃ])[あぁ]",
    "(?<=[いきしちにひみりぎじぢびぴぃ])[いぃ]",
    "(?<=[うくすつぬふむゆるぐずづぶぷぅゅ])[うぅ]",
    "(?<=[えけせてねへめれげぜでべぺぇ])[えいぇぃ]",
    "(?<=[おこそとのほもよろをごぞどぼぽぉょ])[おうぉぅ]",
  ].join("|"),
  "g",
);

/** カタカナ as ひらがな; nothing else changes, not even the length. */
export const hiragana = (/** @type {string} */ words) => words.replace(/[ァ-ヶ]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - HIRAGANA_TO_KATAKANA));

/** ひらがな as カタカナ; nothing else changes, not even the length. */
export const katakana = (/** @type {string} */ words) => words.replace(/[ぁ-ゖ]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + HIRAGANA_TO_KATAKANA));

/**
 * One width, one case, one kind of kana, ヴ as ブ; no hyphens, nor a ー that was typed for one, no marks, no spaces.
 * @param {string} words
 */
export function folded(words) {
  return hiragana(words.normalize("NFKC").toLowerCase())
    .replace(/ゔ([ぁぃぇぉ]?)/g, (_, vowel) => V[vowel])
    .replace(/(?<=[a-z0-9])ー(?=[a-z0-9])/g, "")
    .replace(/(?<!\d)(\d{1,2})-(\d{1,2})(?!\d)/g, "$1から$2") // 1-2等級 is not 12等級
    .replace(MARKS, "");
}

/** A folded word without its long vowels, drawn with ー or spelt out: とうきゅう, とーきゅー and ときゅ are one. */
export const shortened = (/** @type {string} */ word) => word.replace(LONG, "");

/**
 * The kanji of a word that has two or more, without the kana between: 引っ越し and 引越し, 見積もり and 見積り are one.
 * @param {string} word
 */
export function skeleton(word) {
  const kanji = word.replace(/[ぁ-ゖ]/g, "");
  return kanji.length > 1 && /^[\p{Script=Han}々]+$/u.test(kanji) ? kanji : "";
}

/**
 * The runs of kanji, kana of one kind, letters or digits in a text.
 * @returns {string[]}
 */
export const runs = (/** @type {string} */ words) => words.normalize("NFKC").match(/[\p{Script=Han}々]+|[ァ-ヺー]+|[ぁ-ゖー]+|[a-zA-Z]+|\d+/gu) ?? [];

/**
 * What a text that speaks of the words will hold: kanji by twos, words in カタカナ, letters, digits and longer ひらがな whole.
 * @param {string} words
 */
export function units(words) {
  return runs(words).flatMap((run) => {
    if (/^\p{Script=Han}{3,}$/u.test(run)) return [...run].flatMap((kanji, at) => (at % 2 ? [run[at - 1] + kanji] : at === run.length - 1 ? [run[at - 1] + kanji] : []));
    return /^[ぁ-ゖー]{1,2}$/.test(run) ? [] : [folded(run)];
  });
}

/** The share of the units that a folded text holds, 0 to 1. */
export const held = (/** @type {string[]} */ some, /** @type {string} */ text) => (some.length ? some.filter((unit) => text.includes(unit)).length / some.length : 0);
