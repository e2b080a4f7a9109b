/// What a restaurant sells, and what a branch has left of it.
@NullMarked
package com.crmres.server.menu;

import org.jspecify.annotations.NullMarked;
