package org.backshadow.state.engine;

/**
 * A real string inside a piece. Row B takes from row {@code B ^ rowFlips}, lanes l from {@code l ^
 * laneFlips}; the sign is the parity of {@code B & rowSigns}, of {@code l & laneSigns} and of
 * {@code start & signs}, where start is the coset's first index. The highest row bit tells real (0)
 * from imaginary part (1).
 */
record LocalString(int rowFlips, int laneFlips, int rowSigns, int laneSigns, int signs) {
  int parity(int start) {
    return Integer.bitCount(start & signs) & 1;
  }
}
