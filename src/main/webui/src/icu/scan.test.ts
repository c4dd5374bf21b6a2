import { describe, expect, it } from 'vitest';
import { visit, type Part } from './pattern';
import { scan, type Context } from './scan';

/** Writes the structure of a pattern in short, such as `{n plural one[#] other[]}`. */
function outline(text: string, context?: Context): string {
  const write = (parts: Part[]): string =>
    parts.map((part) => {
      const own = text.slice(part.from, part.to);
      switch (part.kind) {
        case 'argument': return `{${part.name}${part.typeSpan ? ' ' + text.slice(part.typeSpan.from, part.typeSpan.to) : ''}}`;
        case 'choice': return `{${part.name} ${part.type} ${part.branches.map((it) => `${it.selector}[${write(it.parts)}]`).join(' ')}}`;
        case 'quote': return `<${own}>`;
        case 'number': return '#';
      }
    }).join('');
  return write(scan(text, context).parts);
}

describe('scan', () => {
  it.each([
    ['', ''],
    ['plain ja: 日本語', ''],
    ['{0} and {name}', '{0}{name}'],
    ['{ name }', '{name}'],
    ['{počet}', '{počet}'],
    ['{n, number, #,##0.00}', '{n number}'],
    ["{d, date, yyyy 'o''clock }'}{x}", '{d date}{x}'],
    ['{n, number, ::currency/EUR {x}}', '{n number}'],
    ['{n, choice, 0#none|1#one}', '{n choice}'],
    ['{n, plural, one {# card} other {# cards}}', '{n plural one[#] other[#]}'],
    ['{n,plural,offset:1 =0{a}=1.5{b}other{#}}', '{n plural =0[] =1.5[] other[#]}'],
    ['{n, selectordinal, few{#rd} other{#th}}', '{n selectordinal few[#] other[#]}'],
    ['{g, select, female{#} other{}}', '{g select female[] other[]}'],
    ['{n, plural, other{{g, select, other{# {x}}}}}', '{n plural other[{g select other[{x}]}]}'],
    ["it's {x}", '{x}'],
    ["it''s {x}", "<''>{x}"],
    ["'{x}' {y}", "<'{x}'>{y}"],
    ["'{a''b}' {y}", "<'{a''b}'>{y}"],
    ["'#' {n, plural, other{'#' #}}", "{n plural other[<'#'>#]}"],
    ['a } b {x}', '{x}'],
    ['# {x}', '{x}'],
    ["'{x} to the end", "<'{x} to the end>"],
  ])('scans %j', (text, expected) => {
    expect(scan(text).error).toBeNull();
    expect(outline(text)).toBe(expected);
  });

  it.each([
    ['{', 'unclosed', 0],
    ['a {name', 'unclosed', 2],
    ['{}', 'name', 1],
    ['{order-id}', 'name', 6],
    ['{first name}', 'name', 7],
    ['{n, }', 'type', 4],
    ['{n, one{}}', 'type', 7],
    ['{n, plural}', 'branch', 10],
    ['{n, plural, one}', 'branch', 15],
    ['{n, plural, one{a}}', 'other', 18],
    ['{n, plural, }', 'other', 12],
    ['{n, plural, other{a}', 'unclosed', 0],
    ['{n, plural, other{a', 'unclosed', 17],
    ['{n, plural, =x{a} other{b}}', 'selector', 13],
    ['{n, plural, ,{a}}', 'selector', 12],
    ['{n, plural, offset:x other{b}}', 'offset', 19],
    ["{d, date, 'x}", 'quote', 10],
    ['{n, number, x', 'unclosed', 0],
    ['{n, plural, other{'.repeat(9), 'nesting', 144],
  ])('finds the error of %j', (text, kind, at) => {
    expect(scan(text).error).toEqual({ kind, at });
  });

  it('keeps the parts before an error, those of open branches included', () => {
    expect(outline('{a} {n, plural, one{# {b} {')).toBe('{a}{n plural one[#{b}]}');
  });

  it('scans the content of a branch', () => {
    expect(outline('# {x}', 'plural')).toBe('#{x}');
    expect(outline('# {x}', 'select')).toBe('{x}');
    expect(scan('a } b', 'plural').error).toEqual({ kind: 'unopened', at: 2 });
  });

  it('gives every part its place', () => {
    const text = 'x {n, plural, one {a{b}} other {}}';
    const { parts } = scan(text);
    const found: string[] = [];
    visit(parts, (part) => found.push(text.slice(part.from, part.to)));
    expect(found).toEqual(['{n, plural, one {a{b}} other {}}', '{b}']);
    const [choice] = parts;
    expect(choice?.kind === 'choice' && choice.branches.map(({ content }) => text.slice(content.from, content.to))).toEqual(['a{b}', '']);
  });
});
