/**
 * What work may use and what it has used: seeds, budgets, the ledger that charges them, memory, and
 * work that is done once.
 */
@NullMarked
package org.backshadow.resources;

import org.jspecify.annotations.NullMarked;
