// What scripts share through the window, and modules that only the build makes.

interface Window {
  /** Set by theme.js before the first paint: the choice of colours kept on this device. */
  siteTheme: { kept(): string; keep(choice: string): void };
}

/** The public holidays as days, and the first and last day (MM-DD) of the turn of the year. */
declare module "*/generated/calendar.js" {
  export const holidays: string[];
  export const newYear: [string, string];
}
