// Reads the little of JSON that a dump needs, in place.
#include "json.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void give_up(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fputs("error: ", stderr);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  va_end(arguments);
  exit(2);
}

char *read_text(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) give_up("%s cannot be opened", path);
  size_t length = 0, room = 1 << 16;
  char *text = malloc(room);
  for (size_t got; text && (got = fread(text + length, 1, room - length - 1, file)) > 0;) {
    length += got;
    if (length + 1 == room) text = realloc(text, room *= 2);
  }
  fclose(file);
  if (!text) give_up("%s is too large", path);
  text[length] = '\0';
  return text;
}

static const char *skip_space(const char *at) {
  while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t') at++;
  return at;
}

static const char *skip_string(const char *at) {
  for (at++; *at != '"'; at++) {
    if (*at == '\\') at++;
    if (*at == '\0') give_up("the JSON text ends within a string");
  }
  return at + 1;
}

static const char *skip_value(const char *at) {
  if (*at == '"') return skip_string(at);
  if (*at != '{' && *at != '[') return at + strcspn(at, ",]} \n\r\t");
  int depth = 0;
  do {
    if (*at == '\0') give_up("the JSON text ends too early");
    if (*at == '"') {
      at = skip_string(at);
      continue;
    }
    if (*at == '{' || *at == '[') depth++;
    if (*at == '}' || *at == ']') depth--;
    at++;
  } while (depth > 0);
  return at;
}

// From the opening bracket or the end of an item to the beginning of the next; NULL at the closing bracket.
static const char *next_item(const char *at) {
  at = skip_space(at);
  if (*at == '{' || *at == '[' || *at == ',') at = skip_space(at + 1);
  return *at == '}' || *at == ']' || *at == '\0' ? NULL : at;
}

const char *next_member(const char *at, struct member *member) {
  at = next_item(at);
  if (!at) return NULL;
  if (*at != '"') give_up("the JSON text has no name where one should be");
  const char *end = skip_string(at);
  member->name = at + 1;
  member->name_length = (size_t)(end - at) - 2;
  at = skip_space(end);
  member->value = skip_space(*at == ':' ? at + 1 : at);
  return skip_value(member->value);
}

const char *next_element(const char *at, const char **value) {
  at = next_item(at);
  if (!at) return NULL;
  *value = at;
  return skip_value(at);
}

int is_named(const struct member *member, const char *name) {
  return strlen(name) == member->name_length && memcmp(name, member->name, member->name_length) == 0;
}

const char *find_member(const char *object, const char *name) {
  struct member member;
  for (const char *at = object; (at = next_member(at, &member));)
    if (is_named(&member, name)) return member.value;
  return NULL;
}

double number_at(const char *value) { return strtod(*value == '"' ? value + 1 : value, NULL); }
