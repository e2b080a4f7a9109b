/// What screens and the server say to each other about the tills of branches.
@NullMarked
package com.crmres.common.pos;

import org.jspecify.annotations.NullMarked;
