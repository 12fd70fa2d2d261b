/* The floor for signing in: libsodium's Argon2id alone, with the work that hms asks of it.

   hash COUNT     prints how many microseconds each check of a password took */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

int main(int count_of_arguments, char **arguments) {
  char hash[crypto_pwhash_STRBYTES];
  if (count_of_arguments != 2 || sodium_init() < 0) return 64;
  if (crypto_pwhash_str_alg(hash, "demo", 4, 2, 19 * 1024 * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0) return 1;
  printf("done");
  for (int index = 0; index < atoi(arguments[1]); index++) {
    long long start = now();
    if (crypto_pwhash_str_verify(hash, "demo", 4) != 0) return 1;
    printf(" %lld", now() - start);
  }
  printf("\n");
  return 0;
}
