// Reads the little of JSON that a dump needs, in place.
#ifndef JSON_H
#define JSON_H

#include <stddef.h>

// One member of an object: its name (not closed by a zero) and where its value begins.
struct member {
  const char *name;
  size_t name_length;
  const char *value;
};

// Whole text of a file, closed by a zero; the program ends when it cannot be read.
char *read_text(const char *path);

// Steps through an object or an array: `at` is where it begins, or what the last call gave; NULL = no more.
const char *next_member(const char *at, struct member *member);
const char *next_element(const char *at, const char **value);

// Value of a member of an object, NULL when there is none.
const char *find_member(const char *object, const char *name);

int is_named(const struct member *member, const char *name);

// A number, or one of the strings "Infinity", "-Infinity", "NaN".
double number_at(const char *value);

// Ends the program with a message on standard error.
_Noreturn void give_up(const char *format, ...);

#endif
