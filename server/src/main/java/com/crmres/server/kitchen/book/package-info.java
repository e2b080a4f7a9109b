/// Keeps the tickets of the kitchen, and what follows when they change: papers, waste, what is due.
@NullMarked
package com.crmres.server.kitchen.book;

import org.jspecify.annotations.NullMarked;
