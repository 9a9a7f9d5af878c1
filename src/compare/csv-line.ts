// Takes a line of a CSV table apart.

/**
 * The fields of a line. Quotes are taken off; a line break within quotes is no part of any table of results.
 * @throws Error when a quote is not closed
 */
export function splitLine(text: string): string[] {
  const line = text.endsWith('\r') ? text.slice(0, -1) : text;
  if (!line.includes('"')) return line.split(',');
  const fields: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (let more = true; more; ) {
    const match = pattern.exec(line);
    if (!match) throw new Error(`a quote is not closed or stands within a text: ${line}`);
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2]);
    more = match[3] === ',';
  }
  return fields;
}
