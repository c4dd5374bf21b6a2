/** The editable content of a text. */
export interface TextContent {
  message: string;
  description: string;
}

/** Returns the text as the service stores it: one kind of line break. */
export function normalized(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

export function sameContent(a: TextContent, b: TextContent): boolean {
  return normalized(a.message) === normalized(b.message) && normalized(a.description) === normalized(b.description);
}
