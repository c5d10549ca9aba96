SELECT text, told FROM documents WHERE id = ?
