import assert from "node:assert/strict";
import test from "node:test";
import { blanked, classesOf, form, missingPrefix, placeAt, prefixes, tidy } from "../src/editor/context.js";

const at = (text) => placeAt(text.replace("|", ""), text.indexOf("|"));

test("the place of the cursor", () => {
  assert.equal(at("SELECT |").place, "none");
  assert.equal(at("PREFIX vp|").place, "prefix");
  assert.equal(at("SELECT * WHERE { |").place, "subject");
  assert.equal(at("SELECT * WHERE { ?x |").place, "predicate");
  assert.equal(at("SELECT * WHERE { ?x vpg:|").place, "predicate");
  assert.equal(at("SELECT * WHERE { ?x a |").place, "type");
  assert.equal(at("SELECT * WHERE { ?x a vpg:Pers|").place, "type");
  assert.equal(at("SELECT * WHERE { ?x a vpg:Person ; |").place, "predicate");
  assert.equal(at("SELECT * WHERE { ?x a vpg:Person ; skos:prefLabel |").place, "object");
  assert.equal(at("SELECT * WHERE { ?x vpg:a ?y . |").place, "subject");
  assert.equal(at("SELECT * WHERE { OPTIONAL { ?x |").place, "predicate");
  assert.equal(at('SELECT * WHERE { ?x vpg:a "} . ;" ; |').place, "predicate", "strings do not count");
  assert.equal(at("SELECT * WHERE { ?x vpg:a ?y } |").place, "none");
});

test("the subject is known in its second statement", () => {
  assert.equal(at("SELECT * WHERE { ?x a vpg:Person ; |").subject, "?x");
});

test("classes of a subject", () => {
  const text = "{ ?x a vpg:Person , vpg:Agent . ?y a vpg:Event }";
  assert.deepEqual(classesOf(text, "?x"), ["vpg:Person", "vpg:Agent"]);
  assert.deepEqual(classesOf(text, "?z"), []);
  assert.deepEqual(classesOf(text, "?x(*"), [], "odd names are no pattern");
});

test("the kind of a query", () => {
  assert.equal(form("PREFIX a: <http://select/>\nASK {}"), "ask");
  assert.equal(form("# SELECT\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"), "construct");
  assert.equal(form("nothing"), "");
});

test("missing prefixes are offered once", () => {
  const known = { vpg: "https://w3id.org/vpg/def#" };
  assert.equal(missingPrefix("SELECT *", "vpg:Person", known), "PREFIX vpg: <https://w3id.org/vpg/def#>\n");
  assert.equal(missingPrefix("prefix vpg: <https://w3id.org/vpg/def#> SELECT *", "vpg:Person", known), "");
  assert.equal(missingPrefix("", "<https://x>", known), "");
  assert.deepEqual(prefixes("PREFIX a: <x:> PREFIX : <y:>"), { a: "x:", "": "y:" });
});

test("blanking keeps every place", () => {
  const text = 'a "b\\"c" # d\n<e#f> """g\n"h"""';
  assert.equal(blanked(text).length, text.length);
  assert.equal(blanked(text).split("\n").length, text.split("\n").length);
});

test("tidy lines up by braces and changes nothing else", () => {
  const text = 'SELECT *\nWHERE {\n?x a vpg:Person ;\nvpg:b "{" .\nOPTIONAL {\n?x vpg:c ?d\n}\n}';
  const done = tidy(text);
  assert.equal(done, 'SELECT *\nWHERE {\n  ?x a vpg:Person ;\n    vpg:b "{" .\n  OPTIONAL {\n    ?x vpg:c ?d\n  }\n}');
  assert.equal(tidy(done), done);
  assert.equal(done.replace(/\s+/g, ""), text.replace(/\s+/g, ""));
});
