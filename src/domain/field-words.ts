/** `smallestEffect` as people say it: “smallest effect”. */
export const fieldWords = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
