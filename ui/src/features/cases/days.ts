/** Calendar days from one day to another; negative when it is past. */
export const daysTo = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
