/* GNU readline for Swift. Its headers need FILE, so stdio.h comes first. The functions below stand
   for what Swift cannot reach: C globals (shared mutable state) and function pointers in them. */
#ifndef CURBSIDE_READLINE_SHIM_H
#define CURBSIDE_READLINE_SHIM_H

#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>
#include <readline/readline.h>
#include <readline/history.h>

/* Shows the line with a mark in the place of each C1 control (two bytes in UTF-8) and each
   bidirectional embedding, override or isolate (three bytes), which readline would send as they are.
   A mark is as long as what it replaces, so that the cursor stays where it was. */
static inline void curbside_redisplay(void) {
  unsigned char *line = (unsigned char *)rl_line_buffer;
  for (int at = 0; line && at + 1 < rl_end; at++) {
    if (line[at] == 0xC2 && line[at + 1] >= 0x80 && line[at + 1] <= 0x9F) {
      line[at + 1] = 0xB7;
    } else if (line[at] == 0xE2 && at + 2 < rl_end &&
               ((line[at + 1] == 0x80 && line[at + 2] >= 0xA8 && line[at + 2] <= 0xAE) ||
                (line[at + 1] == 0x81 && line[at + 2] >= 0xA6 && line[at + 2] <= 0xA9))) {
      line[at] = 0xEF;
      line[at + 1] = 0xBF;
      line[at + 2] = 0xBD;
    }
  }
  rl_redisplay();
}

/* Ctrl-C: shows ^C behind the line and returns an empty one. */
static inline int curbside_drop_line(int count, int key) {
  (void)count;
  (void)key;
  rl_point = rl_end;
  rl_insert_text("^C");
  curbside_redisplay();
  rl_newline(1, '\n');
  rl_replace_line("", 1);
  return 0;
}

/* Prepares the terminal as readline does, with Ctrl-C as a key instead of a signal: a command bound
   to a key needs no handler, no flag and no jump out of one. rl_deprep_terminal undoes both. */
static inline void curbside_prepare_terminal(int meta) {
  struct termios settings;
  rl_prep_terminal(meta);
  if (tcgetattr(STDIN_FILENO, &settings) == 0) {
    settings.c_cc[VINTR] = _POSIX_VDISABLE;
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings);
  }
}

/* Reads the user's inputrc and sets what curbside needs. */
static inline void curbside_readline_start(rl_completion_func_t *complete) {
  rl_readline_name = "curbside";
  rl_catch_signals = 1;
  rl_prep_term_function = curbside_prepare_terminal;
  rl_redisplay_function = curbside_redisplay;
  rl_attempted_completion_function = complete;
  rl_completer_word_break_characters = (char *)" \t\n";
  rl_variable_bind("enable-bracketed-paste", "on");
  using_history();
  rl_initialize();
  rl_bind_key_in_map('C' & 0x1f, curbside_drop_line, emacs_standard_keymap);
  rl_bind_key_in_map('C' & 0x1f, curbside_drop_line, vi_insertion_keymap);
  rl_bind_key_in_map('C' & 0x1f, curbside_drop_line, vi_movement_keymap);
}

/* The completion function's list is final: no file names. */
static inline void curbside_completion_is_final(void) { rl_attempted_completion_over = 1; }

/* What stands in the line, up to the cursor and beyond. */
static inline const char *curbside_line_buffer(void) { return rl_line_buffer; }

/* Whether readline itself ends the line when the user leaves with Ctrl-D: it does so together with
   the end of bracketed paste. */
static inline int curbside_ends_last_line(void) {
  const char *value = rl_variable_value("enable-bracketed-paste");
  return value && value[0] == 'o' && value[1] == 'n';
}

/* Gives the terminal back as it was found. */
static inline void curbside_restore_terminal(void) {
  if (rl_deprep_term_function) rl_deprep_term_function();
}

#endif
