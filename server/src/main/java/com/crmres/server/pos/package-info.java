/// Orders at the tills of branches: handed over once, followed, compared, and what people must do
/// there.
@NullMarked
package com.crmres.server.pos;

import org.jspecify.annotations.NullMarked;
