/**
 * The templates of --format: what Go's templates say of the same texts, and a sentence with a place for
 * whatever is not understood.
 */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { renderTemplate } from '../../../cli/swarmctl/rules/template/evaluate.js';
import { TemplateError } from '../../../cli/swarmctl/rules/template/lexer.js';
import { parseTemplate } from '../../../cli/swarmctl/rules/template/parser.js';

const DATA = {
  Name: 'web',
  Replicas: 3,
  IsUp: true,
  None: [],
  Spec: { Labels: { tier: 'front', zone: 'a' }, Args: ['serve', '--fast'], 'odd-key': 'odd' },
  Ports: [
    { Target: 80, Host: 8080 },
    { Target: 443, Host: 8443 },
  ],
};

const extras = { Label: (key: unknown) => `label ${String(key)}` };

const render = (template: string): string =>
  renderTemplate(parseTemplate(template), { fields: DATA, extras });

describe('a template', () => {
  const rows: readonly (readonly [template: string, text: string])[] = [
    ['', ''],
    ['plain } text }} {', 'plain } text }} {'],
    ['{{.Name}}: {{ .Replicas }}', 'web: 3'],
    ['{{.Spec.Labels.tier}}', 'front'],
    ['{{$.Name}}', 'web'],
    ['{{.Spec.Nothing.At.All}}', '<no value>'],
    ['{{.Spec.Args}} {{.Spec.Labels}} {{.IsUp}}', '[serve --fast] map[tier:front zone:a] true'],
    ['{{json .Spec.Labels}}', '{"tier":"front","zone":"a"}'],
    ['{{json .Nothing}}', 'null'],
    ['{{.Spec.Args | json}}', '["serve","--fast"]'],
    ['{{join .Spec.Args " "}}', 'serve --fast'],
    ['{{upper .Name}} {{"ABC" | lower}} {{title "two words"}}', 'WEB abc Two Words'],
    ['{{index (split "a/b/c" "/") 1}}', 'b'],
    ['[{{pad .Name 1 2}}]{{pad "" 3 3}}', '[ web  ]'],
    ['{{truncate "abcdef" 3}}{{truncate "é" 1}}', 'abcé'],
    ['{{println .Name 1}}', 'web 1\n'],
    ['{{print .Name .Replicas}}', 'web3'],
    [
      '{{printf "%s has %d, %5s|%-5s|%q %v%%" .Name .Replicas "a" "b" "c" true}}',
      'web has 3,     a|b    |"c" true%',
    ],
    ['{{index .Spec.Labels "tier"}}{{index .Spec "odd-key"}}', 'frontodd'],
    ['{{index .Spec "Labels" "zone"}}', 'a'],
    ['{{(index .Ports 1).Host}}', '8443'],
    ['{{len .Ports}} {{len .Spec.Labels}} {{len "é"}} {{.Ports | len}}', '2 2 2 2'],
    ['{{if eq .Name "db" "web"}}yes{{else}}no{{end}}', 'yes'],
    ['{{if .None}}a{{else if eq .Replicas 3}}b{{else}}c{{end}}', 'b'],
    ['{{if and .IsUp (not .None)}}{{or .None "else"}}{{end}}', 'else'],
    ['{{if or (lt .Replicas 3) (gt .Replicas 3) (ne .Replicas 3)}}a{{else}}b{{end}}', 'b'],
    ['{{le 1 1}} {{ge "b" "a"}} {{lt 1.5 2}}', 'true true true'],
    ['{{range .Ports}}{{.Host}}>{{.Target}} {{end}}', '8080>80 8443>443 '],
    [
      '{{range $i, $p := .Ports}}{{$i}}:{{$p.Target}}{{if $i}}!{{end}} {{$.Name}} {{end}}',
      '0:80 web 1:443! web ',
    ],
    ['{{range $key, $value := .Spec.Labels}}{{$key}}={{$value}};{{end}}', 'tier=front;zone=a;'],
    ['{{range .None}}x{{else}}empty{{end}}{{range .Nothing}}x{{end}}', 'empty'],
    ['{{with .Spec.Labels}}{{.zone}}{{end}}{{with .None}}x{{else}}-{{end}}', 'a-'],
    ['{{$n := .Name}}{{$n}}{{if true}}{{$n = "db"}}{{end}}{{$n}}', 'webdb'],
    ['{{$n := 1}}{{if true}}{{$n := 2}}{{$n}}{{end}}{{$n}}', '21'],
    ['a  {{- .Name -}}  b', 'awebb'],
    ['a {{- /* a remark */ -}} b{{/* another */}}', 'ab'],
    ['{{- range .Ports -}}\n  {{.Host}}\n{{- end}}', '80808443'],
    ['{{`raw "text"\\n`}}{{"tab\\t\\"q\\""}}', 'raw "text"\\ntab\t"q"'],
    ['{{.Label "a.b"}}', 'label a.b'],
    ['{{json .Replicas | printf "%s!"}}', '3!'],
    ['{{nil}} {{-5}} {{false}}', '<no value> -5 false'],
    ['{{.toString}} {{.__proto__}} {{.Spec.constructor}}', '<no value> <no value> <no value>'],
    ['{{println}}', '\n'],
  ];
  for (const [template, text] of rows)
    it(`${JSON.stringify(template)} says ${JSON.stringify(text)}`, () => {
      assert.equal(render(template), text);
    });

  const refused: readonly (readonly [template: string, message: string, character: number])[] = [
    ['a {{.Name', 'this action has no end: "}}" is missing', 3],
    ['{{}}', 'a value is missing here', 3],
    ['{{.Name | }}', 'a value is missing here', 10],
    ['{{nosuch .Name}}', 'there is no function "nosuch"', 3],
    ['{{if .Name}}x', '"if" has no end: "{{end}}" is missing', 1],
    ['{{end}}', '"end" belongs to no block', 1],
    ['{{else}}', '"else" belongs to no block', 1],
    ['{{if .A}}{{else}}{{else}}{{end}}', '"if" has two "else"', 18],
    ['{{if .A}}{{else range .B}}{{end}}', '"else range" does not go with "if"', 17],
    ['{{define "x"}}{{end}}', '"define" is not supported', 3],
    ['{{$x}}', 'there is no variable $x', 3],
    ['{{.Name.First}}', '.First: text has no fields', 3],
    ['{{.Name "x"}}', 'this is a value, and takes no arguments', 3],
    ['{{upper 3}}', 'upper takes text, not a number', 3],
    ['{{join .Name ","}}', 'join takes a list, not text', 3],
    ['{{index .Spec.Args 9}}', 'index there is no entry 9 in a list of 2', 3],
    ['{{truncate .Name}}', 'truncate takes 2 arguments, not 1', 3],
    ['{{eq .Name}}', 'eq takes 2 or more arguments, not 1', 3],
    ['{{lt .Name 3}}', 'lt cannot compare text with a number', 3],
    ['{{range .Name}}{{end}}', 'cannot range over text', 9],
    ['{{printf "%s"}}', 'printf has fewer values than its format asks for', 3],
    ['{{"a\\qb"}}', '"\\q" is not understood', 3],
    ['{{.Name ? 1}}', '"?" is not understood here', 9],
    ['{{(.Name}}', '")" is missing here', 9],
    ['{{.Name )}}', 'the action should end here', 9],
  ];
  for (const [template, message, character] of refused)
    it(`${JSON.stringify(template)} is refused: ${message}`, () => {
      assert.throws(
        () => render(template),
        (error) => {
          assert.ok(error instanceof TemplateError, String(error));
          assert.deepEqual([error.message, error.character], [message, character]);
          return true;
        },
      );
    });

  it('names the fields there are when a row has no such field', () => {
    const row = { fields: { ID: 'x', Name: 'web' }, extras, isClosed: true };
    assert.throws(() => renderTemplate(parseTemplate('{{.Nme}}'), row), {
      message: 'there is no .Nme; there are .ID, .Name, .Label',
    });
    assert.equal(renderTemplate(parseTemplate('{{json .}}'), row), '{"ID":"x","Name":"web"}');
  });

  it('is any text at all: filled in, or refused with a place in it', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '{{',
        '}}',
        '.Name',
        '.Spec',
        ' ',
        '|',
        '(',
        ')',
        '$x',
        ':=',
        '"a"',
        '`',
        '3',
        '-',
        '/*',
        '*/',
      ),
      fc.constantFrom(
        'if ',
        'else',
        'end',
        'range ',
        'with ',
        'index ',
        'len ',
        'json ',
        'eq ',
        'printf "%5s" ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const template = pieces.join('');
        try {
          render(template);
        } catch (error) {
          assert.ok(error instanceof TemplateError, String(error));
          assert.ok(error.character >= 1 && error.character <= template.length + 1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('that asks for JSON gives back what it was given, whatever it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        assert.equal(renderTemplate(parseTemplate('{{json .}}'), { fields }), JSON.stringify(fields));
      }),
    );
  });

  it('that is too deeply nested is refused, not followed', () => {
    for (const template of [`{{${'('.repeat(5000)}1}}`, '{{if 1}}'.repeat(5000)])
      assert.throws(() => parseTemplate(template), { message: 'too deeply nested' });
  });
});
