/* The floor that the benchmarks compare with: the least C program that shows a list of 500 rooms with ncurses, with a
   title, a cursor and two rows of keys. It has no data, no rules and no network. Up, Down, PgUp, PgDn move; q ends. */
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <locale.h>
#include <stdio.h>

enum { rooms = 500 };

static int selected, top;

static void draw(void) {
  int height = LINES - 6;
  if (selected < top) top = selected;
  if (selected >= top + height) top = selected - height + 1;
  erase();
  attrset(A_REVERSE);
  mvprintw(0, 0, "%-*.*s", COLS, COLS, " St Brigid General                Beds                  OKAFOR N. nurse   LIVE 14:02");
  attrset(A_NORMAL);
  mvprintw(1, 0, " 1 Home [2 Beds] 3 Register  4 Check-out  5 Invoices  6 Pharmacy  7 Patients");
  attrset(A_BOLD);
  mvprintw(2, 0, "  ROOM     STATE          PATIENT / NOTE              SEX AGE  SINCE");
  for (int row = 0; row < height && top + row < rooms; row++) {
    int room = top + row;
    attrset(room == selected ? A_REVERSE : A_NORMAL);
    mvprintw(3 + row, 0, "%c %d%c-%02d    %-13s %-28s %c  %3d  2026/11/21 %02d:%02d", room == selected ? '>' : ' ',
             room / 100 + 1, 'A' + room / 20 % 5, room % 20 + 1, room % 3 ? "occupied" : "free",
             room % 3 ? "OYELARAN, Tunde" : "", room % 2 ? 'F' : 'M', room % 90, room % 24, room % 60);
  }
  attrset(A_NORMAL);
  mvprintw(LINES - 2, 0, " a Admit  t Transfer  h Hold  c Cleaned  b Block");
  mvprintw(LINES - 1, 0, " ? Help  : Commands  / Filter  Tab Next area  q Back");
  move(3 + selected - top, 0);
  refresh();
}

int main(void) {
  setlocale(LC_ALL, "");
  initscr();
  raw();
  noecho();
  keypad(stdscr, TRUE);
  set_escdelay(25);
  typeahead(-1);
  for (int key = 0; key != 'q'; key = getch()) {
    int page = LINES - 7;
    switch (key) {
    case KEY_DOWN: selected++; break;
    case KEY_UP: selected--; break;
    case KEY_NPAGE: selected += page; break;
    case KEY_PPAGE: selected -= page; break;
    }
    if (selected < 0) selected = 0;
    if (selected >= rooms) selected = rooms - 1;
    draw();
  }
  endwin();
  return 0;
}
