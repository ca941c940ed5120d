// Amounts as they are written.

/**
 * 1,240円
 * @param {number} amount in yen
 */
export function yen(amount) {
  return `${amount.toLocaleString("ja-JP")}円`;
}

/**
 * +1,240円, −780円, ±0円
 * @param {number} amount in yen
 */
export function signed(amount) {
  return `${amount > 0 ? "+" : amount < 0 ? "−" : "±"}${yen(Math.abs(amount))}`;
}
