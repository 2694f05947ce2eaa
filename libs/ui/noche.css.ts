/** The styles of Noche itself. They come after Mantine's, whose variables they set. */
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/tiles.css';
import './styles/surfaces.css';
