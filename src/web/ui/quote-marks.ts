/** What stands before and after a quotation; what was itself quoted brings its own marks along. */
export const quoteMarks = (text: string) => (/^[“"„«].*[”"“»]$/s.test(text.trim()) ? ['', ''] : ['“', '”'])
